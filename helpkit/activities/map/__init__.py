"""Any two dimensions as a heat map; `x` and `y` are where it starts."""
