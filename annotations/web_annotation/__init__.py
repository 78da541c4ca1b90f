"""Reviews as W3C Web Annotations, going out and coming in."""
