# The IAM resources by which somebody proves who they are, and the settings of the account.
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
  region                  = "us-east-1"
  access_key              = "test"
  secret_key              = "test"
  skip_metadata_api_check = true
  skip_region_validation  = true
  endpoints {
    iam           = var.endpoint
    sts           = var.endpoint
    organizations = var.endpoint
  }
}

data "aws_caller_identity" "current" {}

data "aws_iam_session_context" "current" {
  arn = data.aws_caller_identity.current.arn
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = 14
  require_lowercase_characters   = true
  require_numbers                = true
  require_uppercase_characters   = true
  require_symbols                = true
  allow_users_to_change_password = true
  password_reuse_prevention      = 5
  max_password_age               = 90
}

resource "aws_iam_security_token_service_preferences" "global" {
  global_endpoint_token_version = "v2Token"
}

resource "aws_iam_user" "person" {
  name          = "person"
  force_destroy = true
}

resource "aws_iam_user_login_profile" "person" {
  user            = aws_iam_user.person.name
  password_length = 20
  depends_on      = [aws_iam_account_password_policy.strict]
}

resource "aws_iam_virtual_mfa_device" "person" {
  virtual_mfa_device_name = "person"
  tags = {
    Team = "security"
  }
}

resource "aws_iam_user_ssh_key" "person" {
  username   = aws_iam_user.person.name
  encoding   = "SSH"
  public_key = trimspace(file("${path.module}/ssh.pub"))
}

resource "aws_iam_signing_certificate" "person" {
  user_name        = aws_iam_user.person.name
  certificate_body = trimspace(file("${path.module}/signing.pem"))
}

resource "aws_iam_service_specific_credential" "person" {
  service_name = "codecommit.amazonaws.com"
  user_name    = aws_iam_user.person.name
}

resource "aws_iam_server_certificate" "example" {
  name             = "example"
  path             = "/web/"
  certificate_body = file("${path.module}/server.pem")
  private_key      = file("${path.module}/server.key")
  tags = {
    Team = "web"
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}

resource "aws_iam_saml_provider" "corporate" {
  name                   = "corporate"
  saml_metadata_document = file("${path.module}/metadata.xml")
}

resource "aws_iam_service_linked_role" "autoscaling" {
  aws_service_name = "autoscaling.amazonaws.com"
  custom_suffix    = "tests"
  description      = "Scales"
}

resource "aws_organizations_organization" "company" {
  feature_set                   = "ALL"
  aws_service_access_principals = ["iam.amazonaws.com"]
}

resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
  depends_on       = [aws_organizations_organization.company]
}

resource "aws_iam_user_policy" "person" {
  name = "read"
  user = aws_iam_user.person.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::books/*" }]
  })
}

data "aws_iam_principal_policy_simulation" "person" {
  policy_source_arn = aws_iam_user.person.arn
  action_names      = ["s3:GetObject"]
  resource_arns     = ["arn:aws:s3:::books/emma"]
  depends_on        = [aws_iam_user_policy.person]
}

data "aws_iam_openid_connect_provider" "github" {
  arn = aws_iam_openid_connect_provider.github.arn
}

data "aws_iam_saml_provider" "corporate" {
  arn = aws_iam_saml_provider.corporate.arn
}

data "aws_iam_server_certificate" "example" {
  name_prefix = "exam"
  depends_on  = [aws_iam_server_certificate.example]
}

data "aws_iam_user_ssh_key" "person" {
  username          = aws_iam_user.person.name
  ssh_public_key_id = aws_iam_user_ssh_key.person.ssh_public_key_id
  encoding          = "PEM"
}

output "read" {
  value = data.aws_iam_principal_policy_simulation.person.all_allowed
}

output "certificate" {
  value = data.aws_iam_server_certificate.example.path
}

output "fingerprint" {
  value = data.aws_iam_user_ssh_key.person.fingerprint == aws_iam_user_ssh_key.person.fingerprint
}
