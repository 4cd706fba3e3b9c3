import Hummingbird
import NIOCore

/// What a request carries through the server.
struct CardContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    let bill = Bill()

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
