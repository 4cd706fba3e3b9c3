import CBlueHeartLittleCMS

/// Converts straight pixels to sRGB; alpha is kept.
///
/// An unusable profile is noted, and the values are then treated as sRGB.
func convertToSRGB(
    _ pixels: inout [UInt32], from space: ColorSpace, notes: inout [ImageNote]
) {
    if space == .sRGB { return }
    let converter = ColorConverter()
    guard let profile = unsafe converter.profile(for: space) else {
        notes.append(.brokenProfile)
        return
    }
    defer { unsafe cmsCloseProfile(profile) }
    let isDone =
        switch unsafe cmsGetColorSpace(profile) {
        case cmsSigGrayData: unsafe converter.convertGray(&pixels, from: profile)
        case cmsSigRgbData: unsafe converter.convertRGB(&pixels, from: profile)
        default: false
        }
    if !isDone { notes.append(.unfitProfile) }
}

/// Converts C, M, Y, K in the four bytes of a pixel to opaque sRGB.
///
/// - Parameter isInverted: true if 255 means no ink, as Adobe's programs write it.
func convertCMYKToSRGB(
    _ pixels: inout [UInt32], from space: ColorSpace, isInverted: Bool, notes: inout [ImageNote]
) {
    if case .profile = space {
        let converter = ColorConverter()
        if let profile = unsafe converter.profile(for: space) {
            defer { unsafe cmsCloseProfile(profile) }
            let isCMYK = unsafe cmsGetColorSpace(profile) == cmsSigCmykData
            if isCMYK, unsafe converter.convertCMYK(&pixels, from: profile, isInverted: isInverted)
            {
                return
            }
            notes.append(.unfitProfile)
        } else {
            notes.append(.brokenProfile)
        }
    }
    notes.append(.cmykWithoutProfile)
    for index in pixels.indices {
        pixels[index] = thumbRuleRGB(isInverted ? pixels[index] : ~pixels[index])
    }
}

/// Red is the product of uninked cyan and black, and so on; the bytes are uninked shares.
private func thumbRuleRGB(_ clear: UInt32) -> UInt32 {
    premultiplied(clear) | 0xFF00_0000
}

/// A context of Little CMS with an sRGB profile; lives for one picture.
@safe private final class ColorConverter {
    private let context: cmsContext?
    private let target: cmsHPROFILE?

    init() {
        unsafe context = cmsCreateContext(nil, nil)
        unsafe target = cmsCreate_sRGBProfileTHR(context)
    }

    deinit {
        unsafe cmsCloseProfile(target)
        unsafe cmsDeleteContext(context)
    }

    /// The source profile, which the caller closes; nil if it is broken.
    func profile(for space: ColorSpace) -> cmsHPROFILE? {
        switch space {
        case .sRGB: return unsafe cmsCreate_sRGBProfileTHR(context)
        case .profile(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                // SAFETY: the library copies the bytes during the call.
                unsafe cmsOpenProfileFromMemTHR(context, buffer.baseAddress, UInt32(buffer.count))
            }
        case .described(let primaries, let transfer):
            return unsafe made(of: primaries, transfer)
        }
    }

    private func made(
        of primaries: ColorSpace.Primaries, _ transfer: ColorSpace.Transfer
    ) -> cmsHPROFILE? {
        guard let curve = unsafe curve(transfer) else { return nil }
        defer { unsafe cmsFreeToneCurve(curve) }
        var white = cmsCIExyY(x: primaries.white[0], y: primaries.white[1], Y: 1)
        var triple = cmsCIExyYTRIPLE(
            Red: cmsCIExyY(x: primaries.red[0], y: primaries.red[1], Y: 1),
            Green: cmsCIExyY(x: primaries.green[0], y: primaries.green[1], Y: 1),
            Blue: cmsCIExyY(x: primaries.blue[0], y: primaries.blue[1], Y: 1))
        var curves: [OpaquePointer?] = unsafe [curve, curve, curve]
        return unsafe cmsCreateRGBProfileTHR(context, &white, &triple, &curves)
    }

    private func curve(_ transfer: ColorSpace.Transfer) -> OpaquePointer? {
        switch transfer {
        case .gamma(let gamma): return unsafe cmsBuildGamma(context, gamma)
        case .sRGB:
            // IEC 61966-2-1 as curve type 4 of ICC.1: (a x + b) ^ g above d, c x below.
            let parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
            return unsafe cmsBuildParametricToneCurve(context, 4, parameters)
        }
    }

    func convertRGB(_ pixels: inout [UInt32], from profile: cmsHPROFILE) -> Bool {
        let layout = pixel_layout_rgba_8
        guard let transform = unsafe transform(from: profile, layout, to: layout) else {
            return false
        }
        defer { unsafe cmsDeleteTransform(transform) }
        if unsafe changesNothing(transform) { return true }
        // In place, the fourth byte is skipped and keeps its value.
        unsafe convert(&pixels, transform)
        return true
    }

    func convertCMYK(
        _ pixels: inout [UInt32], from profile: cmsHPROFILE, isInverted: Bool
    ) -> Bool {
        let layout = isInverted ? pixel_layout_inverted_cmyk_8 : pixel_layout_cmyk_8
        guard let transform = unsafe transform(from: profile, layout, to: pixel_layout_rgba_8)
        else { return false }
        defer { unsafe cmsDeleteTransform(transform) }
        unsafe convert(&pixels, transform)
        for index in pixels.indices { pixels[index] |= 0xFF00_0000 }
        return true
    }

    /// Converts by a table of all 256 grays.
    func convertGray(_ pixels: inout [UInt32], from profile: cmsHPROFILE) -> Bool {
        let areGray = pixels.allSatisfy {
            $0 & 0xFF == $0 >> 8 & 0xFF && $0 & 0xFF == $0 >> 16 & 0xFF
        }
        guard areGray,
            let transform = unsafe transform(
                from: profile, pixel_layout_gray_8, to: pixel_layout_rgba_8)
        else { return false }
        defer { unsafe cmsDeleteTransform(transform) }
        let grays = Array(UInt8.min...UInt8.max)
        var table = [UInt32](repeating: 0, count: 256)
        // SAFETY: 256 pixels of 1 byte in, 256 of 4 bytes out.
        unsafe cmsDoTransform(transform, grays, &table, 256)
        for index in pixels.indices {
            let pixel = pixels[index]
            pixels[index] = table[Int(pixel & 0xFF)] & 0x00FF_FFFF | pixel & 0xFF00_0000
        }
        return true
    }

    private func transform(
        from profile: cmsHPROFILE, _ source: UInt32, to layout: UInt32
    ) -> cmsHTRANSFORM? {
        unsafe cmsCreateTransformTHR(
            context, profile, source, target, layout, UInt32(INTENT_PERCEPTUAL), 0)
    }

    private func convert(_ pixels: inout [UInt32], _ transform: cmsHTRANSFORM) {
        unsafe pixels.withUnsafeMutableBytes { buffer in
            // SAFETY: in place is allowed for layouts of the same size; count is in pixels.
            unsafe cmsDoTransform(
                transform, buffer.baseAddress, buffer.baseAddress, UInt32(buffer.count / 4))
        }
    }

    /// True if no colour of a grid of 729 changes by more than 1: an sRGB profile with another
    /// name.
    private func changesNothing(_ transform: cmsHTRANSFORM) -> Bool {
        let steps: [UInt32] = [0, 24, 64, 96, 128, 160, 192, 224, 255]
        var grid: [UInt32] = []
        for red in steps {
            for green in steps { for blue in steps { grid.append(red | green << 8 | blue << 16) } }
        }
        let before = grid
        unsafe convert(&grid, transform)
        return zip(before, grid).allSatisfy { isClose($0, $1) }
    }

    private func isClose(_ one: UInt32, _ other: UInt32) -> Bool {
        [0, 8, 16].allSatisfy { abs(Int(one >> $0 & 0xFF) - Int(other >> $0 & 0xFF)) <= 1 }
    }
}
