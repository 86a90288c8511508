//! The ARNs of resources as the Service Authorization Reference writes them
//! (`arn:${Partition}:ecs:${Region}:${Account}:service/${ClusterName}/${ServiceName}`), and what fills them.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;

/// An ARN with variables.
#[derive(Clone, Debug)]
pub(super) struct Template {
    pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Text(&'static str),
    Partition,
    Region,
    Account,
    /// A variable that says which resource it is.
    Variable(&'static str),
}

impl Template {
    /// The template that is written so.
    pub(super) fn of(text: &'static str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((fixed, after)) = rest.split_once("${") {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            pieces.extend((!fixed.is_empty()).then_some(Piece::Text(fixed)));
            pieces.push(match name {
                "Partition" => Piece::Partition,
                "Region" => Piece::Region,
                "Account" | "AccountId" => Piece::Account,
                name => Piece::Variable(name),
            });
            rest = after;
        }
        pieces.extend((!rest.is_empty()).then_some(Piece::Text(rest)));
        Self { pieces }
    }

    /// The variables that say which resource it is, in their order.
    pub(super) fn variables(&self) -> Vec<&'static str> {
        let names = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Variable(name) => Some(*name),
            _ => None,
        });
        names.collect()
    }

    /// The ARN with these values of its variables, in the region of the request and the account of the caller. What is not
    /// known is `*`: only a policy for all resources that differ in it grants that.
    pub(super) fn filled(&self, cx: &Context<'_>, values: &[Option<&str>]) -> String {
        let mut arn = String::new();
        let mut values = values.iter();
        for piece in &self.pieces {
            match piece {
                Piece::Variable(_) => arn.push_str(values.next().copied().flatten().unwrap_or("*")),
                piece => arn.push_str(&piece.said(cx)),
            }
        }
        arn
    }

    /// The values of the variables in an ARN, if it is one of this template in the region of the request. Nothing else
    /// than a resource's own account may differ: what an upstream makes of an ARN of another region nobody knows.
    pub(super) fn values<'a>(&self, cx: &Context<'_>, arn: &'a str) -> Option<Vec<&'a str>> {
        let mut rest = arn;
        let mut values = Vec::new();
        let mut pieces = self.pieces.iter().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Account => {
                    let (account, _) = rest.split_once(':')?;
                    account.parse::<AccountId>().ok()?;
                    rest = rest.strip_prefix(account)?;
                }
                Piece::Variable(_) => {
                    let end = match pieces.peek() {
                        None => rest.len(),
                        Some(Piece::Text(after)) => rest.find(after)?,
                        Some(_) => return None,
                    };
                    let (value, after) = rest.split_at_checked(end).filter(|(value, _)| !value.is_empty())?;
                    values.push(value);
                    rest = after;
                }
                piece => rest = rest.strip_prefix(&*piece.said(cx))?,
            }
        }
        rest.is_empty().then_some(values)
    }

    /// Whether a text that a request has can be the value of a variable as it stands there: one that could be read as more
    /// than one part of an ARN cannot, nor one that says again what stands before it (`/hostedzone/Z1`).
    pub(super) fn takes(&self, variable: usize, value: &str) -> bool {
        let at = |(index, piece): (usize, &Piece)| matches!(piece, Piece::Variable(_)).then_some(index);
        let Some(place) = self.pieces.iter().enumerate().filter_map(at).nth(variable) else { return false };
        let before = match place.checked_sub(1).and_then(|before| self.pieces.get(before)) {
            Some(Piece::Text(before)) => before.rsplit(':').next().unwrap_or(before),
            _ => "",
        };
        let is_last = place + 1 == self.pieces.len();
        !value.is_empty()
            && !value.contains(':')
            && (is_last || !value.contains('/'))
            && (before.is_empty() || !value.contains(before))
    }
}

impl Piece {
    /// What stands there in every request with these circumstances.
    fn said(self, cx: &Context<'_>) -> String {
        match self {
            Piece::Text(text) => text.to_owned(),
            Piece::Partition => cx.partition.to_owned(),
            Piece::Region => cx.region.to_owned(),
            Piece::Account => cx.account().to_string(),
            Piece::Variable(_) => String::new(),
        }
    }
}
