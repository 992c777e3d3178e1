import CubeCoding
import StatisticsModel
import Testing

@Suite struct ContentHasherTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `the hash is that of FIPS 180-4`(text: String, hex: String) {
        let hash = ContentHash(sha256: Array(text.utf8))

        #expect(hash.description == hex)
    }

    @Test func `pieces make no difference, and a finished hasher begins again`() {
        let bytes = Array("figures that come in pieces".utf8)
        var hasher = ContentHasher()
        for byte in bytes { hasher.update([byte]) }

        let first = hasher.finalize()
        let second = hasher.finalize()

        #expect(first == ContentHash(sha256: bytes))
        #expect(second == ContentHash(sha256: []))
    }
}
