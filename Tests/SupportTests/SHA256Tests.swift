import BlueHeartSupport
import BlueHeartTestbench
import Testing

@Suite struct SHA256Tests {
    /// Source: NIST FIPS 180-4, examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func theStandardsExamplesComeOut(text: String, expected: String) {
        #expect(sha256(of: Array(text.utf8)) == expected)
    }

    /// A key of 20 bytes, a short one, and one longer than SHA-256's block of 64 bytes.
    ///
    /// Source: RFC 4231, "Identifiers and Test Vectors for HMAC-SHA-256", test cases 1, 2 and 6.
    @Test(arguments: [
        (
            NamedCase("20 bytes", [UInt8](repeating: 0x0B, count: 20)), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            NamedCase("4 bytes", Array("Jefe".utf8)), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            NamedCase("131 bytes", [UInt8](repeating: 0xAA, count: 131)),
            "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func theCodesOfItsSpecificationComeOut(
        key: NamedCase<[UInt8]>, text: String, expected: String
    ) {
        let code = hmacSHA256(of: Array(text.utf8), key: key.value)
        #expect(
            code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                == expected)
    }
}
