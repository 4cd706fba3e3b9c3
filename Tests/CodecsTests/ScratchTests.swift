import Testing

@testable import BlueHeartCodecs

@Suite struct ScratchTests {
    @Test(arguments: [(6 << 20, 1 << 20), (64 << 20, 20 << 20)])
    func whatThePictureBeforeTookIsUsedAgain(first: Int, next: Int) {
        let scratch = Scratch()
        let before = unsafe scratch.buffer(of: first).baseAddress
        #expect(unsafe scratch.buffer(of: next).baseAddress == before)
        #expect(scratch.count >= first)
    }

    @Test func whatAHugePictureTookIsGivenBack() {
        let scratch = Scratch()
        _ = unsafe scratch.buffer(of: 64 << 20)
        _ = unsafe scratch.buffer(of: 1 << 20)
        #expect(scratch.count < 2 << 20)
    }
}
