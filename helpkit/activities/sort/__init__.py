"""Cards into columns; without `cards`, all of the deck; readings from the dimension or own."""
