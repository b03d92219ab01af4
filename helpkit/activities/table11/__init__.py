"""The situations of Table 1.1 as events, helping beside failing."""
