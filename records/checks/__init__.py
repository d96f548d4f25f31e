"""What must hold between the pieces of a record, and between records, beyond what a model can say."""
