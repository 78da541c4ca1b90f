"""How right the splitter is: measures over labelled sets, and how fast it is."""
