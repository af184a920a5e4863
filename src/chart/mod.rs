//! Run and control charts: centre lines, limits, rules, and what they found in words.
