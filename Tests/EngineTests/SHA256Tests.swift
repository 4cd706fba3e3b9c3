import Engine
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
}
