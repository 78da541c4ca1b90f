"""How programs talk with us, whatever it is about: versions, strict inputs, readable JSON."""
