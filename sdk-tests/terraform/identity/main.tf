# Every IAM resource of users, groups, roles, policies, instance profiles and access keys, used as people use them.
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "endpoint" {
  type = string
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_metadata_api_check     = true
  skip_region_validation      = true
  endpoints {
    iam = var.endpoint
    sts = var.endpoint
  }
  default_tags {
    tags = {
      Project = "identity"
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "lambda_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "ec2_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "read_bucket" {
  statement {
    sid       = "ReadBucket"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::example", "arn:aws:s3:::example/*"]
  }
}

resource "aws_iam_policy" "boundary" {
  name        = "boundary"
  description = "What developers may never exceed"
  policy      = data.aws_iam_policy_document.read_bucket.json
}

resource "aws_iam_policy" "read_bucket" {
  name   = "read-bucket"
  path   = "/apps/"
  policy = data.aws_iam_policy_document.read_bucket.json
  tags = {
    Team = "storage"
  }
}

resource "aws_iam_user" "developer" {
  name                 = "developer"
  path                 = "/people/"
  permissions_boundary = aws_iam_policy.boundary.arn
  tags = {
    Team = "storage"
  }
}

resource "aws_iam_user" "robot" {
  name = "robot"
}

resource "aws_iam_access_key" "robot" {
  user = aws_iam_user.robot.name
}

resource "aws_iam_user_policy" "robot" {
  name   = "inline"
  user   = aws_iam_user.robot.name
  policy = data.aws_iam_policy_document.read_bucket.json
}

resource "aws_iam_user_policies_exclusive" "robot" {
  user_name    = aws_iam_user.robot.name
  policy_names = [aws_iam_user_policy.robot.name]
}

resource "aws_iam_user_policy_attachment" "robot" {
  user       = aws_iam_user.robot.name
  policy_arn = aws_iam_policy.read_bucket.arn
}

resource "aws_iam_user_policy_attachments_exclusive" "robot" {
  user_name   = aws_iam_user.robot.name
  policy_arns = [aws_iam_user_policy_attachment.robot.policy_arn]
}

resource "aws_iam_group" "developers" {
  name = "developers"
  path = "/people/"
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

resource "aws_iam_group_membership" "developers" {
  name  = "developers"
  group = aws_iam_group.developers.name
  users = [aws_iam_user.developer.name]
}

resource "aws_iam_user_group_membership" "robot" {
  user   = aws_iam_user.robot.name
  groups = [aws_iam_group.operators.name]
}

resource "aws_iam_group_policy" "developers" {
  name   = "inline"
  group  = aws_iam_group.developers.name
  policy = data.aws_iam_policy_document.read_bucket.json
}

resource "aws_iam_group_policies_exclusive" "developers" {
  group_name   = aws_iam_group.developers.name
  policy_names = [aws_iam_group_policy.developers.name]
}

resource "aws_iam_group_policy_attachment" "developers" {
  group      = aws_iam_group.developers.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_group_policy_attachments_exclusive" "developers" {
  group_name  = aws_iam_group.developers.name
  policy_arns = [aws_iam_group_policy_attachment.developers.policy_arn]
}

resource "aws_iam_role" "lambda" {
  name                 = "lambda"
  path                 = "/service/"
  description          = "Runs functions"
  assume_role_policy   = data.aws_iam_policy_document.lambda_trust.json
  max_session_duration = 7200
  permissions_boundary = aws_iam_policy.boundary.arn
  tags = {
    Team = "compute"
  }
}

resource "aws_iam_role_policy" "lambda" {
  name   = "inline"
  role   = aws_iam_role.lambda.name
  policy = data.aws_iam_policy_document.read_bucket.json
}

resource "aws_iam_role_policies_exclusive" "lambda" {
  role_name    = aws_iam_role.lambda.name
  policy_names = [aws_iam_role_policy.lambda.name]
}

resource "aws_iam_role_policy_attachment" "lambda" {
  role       = aws_iam_role.lambda.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachments_exclusive" "lambda" {
  role_name   = aws_iam_role.lambda.name
  policy_arns = [aws_iam_role_policy_attachment.lambda.policy_arn]
}

resource "aws_iam_role" "server" {
  name               = "server"
  assume_role_policy = data.aws_iam_policy_document.ec2_trust.json
}

resource "aws_iam_policy" "everywhere" {
  name   = "everywhere"
  policy = data.aws_iam_policy_document.read_bucket.json
}

resource "aws_iam_policy_attachment" "everywhere" {
  name       = "everywhere"
  policy_arn = aws_iam_policy.everywhere.arn
  roles      = [aws_iam_role.server.name]
}

resource "aws_iam_instance_profile" "server" {
  name = "server"
  path = "/service/"
  role = aws_iam_role.server.name
  tags = {
    Team = "compute"
  }
}

resource "aws_iam_account_alias" "alias" {
  account_alias = "example-identity"
}

data "aws_iam_user" "developer" {
  user_name = aws_iam_user.developer.name
}

data "aws_iam_group" "developers" {
  group_name = aws_iam_group.developers.name
  depends_on = [aws_iam_group_membership.developers]
}

data "aws_iam_role" "lambda" {
  name = aws_iam_role.lambda.name
}

data "aws_iam_policy" "read_bucket" {
  arn = aws_iam_policy.read_bucket.arn
}

data "aws_iam_policy" "read_only" {
  name = "ReadOnlyAccess"
}

data "aws_iam_instance_profile" "server" {
  name = aws_iam_instance_profile.server.name
}

data "aws_iam_instance_profiles" "server" {
  role_name  = aws_iam_role.server.name
  depends_on = [aws_iam_instance_profile.server]
}

data "aws_iam_roles" "service" {
  path_prefix = "/service/"
  depends_on  = [aws_iam_role.lambda]
}

data "aws_iam_users" "people" {
  path_prefix = "/people/"
  depends_on  = [aws_iam_user.developer]
}

data "aws_iam_account_alias" "current" {
  depends_on = [aws_iam_account_alias.alias]
}

data "aws_iam_access_keys" "robot" {
  user       = aws_iam_user.robot.name
  depends_on = [aws_iam_access_key.robot]
}

output "account" {
  value = data.aws_caller_identity.current.account_id
}

output "developers" {
  value = [for user in data.aws_iam_group.developers.users : user.user_name]
}

output "roles" {
  value = data.aws_iam_roles.service.names
}

output "alias" {
  value = data.aws_iam_account_alias.current.account_alias
}
