//! From meaning to date. The only place where an [`Expr`](crate::Expr) becomes one; pure.
