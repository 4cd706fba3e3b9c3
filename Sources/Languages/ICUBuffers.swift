import CBlueHeartICU

/// Runs an ICU function that writes to a buffer of 16-bit units, and returns the units.
///
/// If the first buffer is too small, the function is called again with a sufficient one. Any other
/// failure traps: every caller passes checked arguments.
func icuUnits(
    _ fill: (UnsafeMutablePointer<UInt16>, Int32, UnsafeMutablePointer<Int32>) -> Int32
) -> [UInt16] {
    var capacity = 128
    while true {
        var status: Int32 = 0
        var needed = 0
        let units = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
            // SAFETY: the buffer has `capacity` units, which is passed to ICU.
            guard let start = buffer.baseAddress else { return }
            needed = Int(unsafe fill(start, Int32(capacity), &status))
            count = min(needed, capacity)
            // Cleared so that every unit counted above is initialized whatever ICU did.
            if status > 0 { count = 0 }
        }
        if status != Int32(ICU_BUFFER_OVERFLOW) {
            checkICU(status)
            return units
        }
        capacity = needed + 1
    }
}

func icuString(
    _ fill: (UnsafeMutablePointer<UInt16>, Int32, UnsafeMutablePointer<Int32>) -> Int32
) -> String {
    String(decoding: unsafe icuUnits(fill), as: UTF16.self)
}

/// A name of at most 255 bytes written by ICU: of a locale or a script.
func icuName(
    _ fill: (UnsafeMutablePointer<CChar>, Int32, UnsafeMutablePointer<Int32>) -> Int32
) -> String {
    var status: Int32 = 0
    return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        // SAFETY: of 256 bytes ICU may use 255, so that the last remains the terminator.
        guard let start = buffer.baseAddress else { return "" }
        unsafe buffer.initialize(repeating: 0)
        _ = unsafe fill(start, 255, &status)
        guard status <= 0 else { return "" }
        return unsafe String(cString: start)
    }
}

/// Traps if ICU failed: all arguments are checked before, so that a failure is our fault.
func checkICU(_ status: Int32, line: Int = #line, file: String = #fileID) {
    precondition(
        status <= 0,
        "ICU failed with \(status) at \(file):\(line)")
}
