"""The whole minutes, confidential words too, for those who were at the meeting; and what they write back."""
