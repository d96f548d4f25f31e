"""Numbers of people, shown so that no small group can be made out."""
