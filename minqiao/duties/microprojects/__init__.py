"""民生微实事: small works a suggestion asks for, paid by a fund: checked, pooled, built, settled."""
