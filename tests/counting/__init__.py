"""Every count of a built site again, from nothing but the files that can be downloaded from it."""
