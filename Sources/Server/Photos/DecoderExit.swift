import Glibc

/// Exit of a decoder process.
enum DecoderExit: Equatable {
    case exited(status: Int32)
    case killed(signal: Int32)
    /// Killed at its deadline.
    case late

    /// - Parameter status: as `waitpid` writes it: the signal in the low 7 bits, else the status above.
    init(status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited(status: status >> 8 & 0xFF) : .killed(signal: signal)
    }

    /// Fault of the photo if the process sent no answer.
    var sentence: String {
        switch self {
        case .late: "decoding exceeds the time limit"
        case .killed(SIGXCPU): "decoding exceeds the CPU time limit"
        case .exited, .killed: "decoding exceeds the memory limit or crashes"
        }
    }
}
