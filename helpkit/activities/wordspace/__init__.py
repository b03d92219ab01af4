"""The 27 words by evaluation, potency and activity, beside what the learner made of them."""
