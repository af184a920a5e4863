//! One checksum for everything that is compared across machines. It finds slips, not forgery.

/// FNV-1a, 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv).
pub(crate) struct Checksum(u64);

impl Checksum {
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The checksum so far, as 16 hexadecimal digits.
    pub(crate) fn digits(&self) -> String {
        crate::order::digits(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_published_test_vectors() {
        for (text, expected) in [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")] {
            let mut checksum = Checksum::new();
            checksum.bytes(text.as_bytes());
            assert_eq!(checksum.digits(), expected, "{text}");
        }
    }
}
