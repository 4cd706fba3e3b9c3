import ArgumentParser
import BlueHeartProduct
import BlueHeartSupport
import Glibc

@main
struct Blueheart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blueheart",
        abstract:
            "Make the Blue Heart Campaign's pictures in every size and language, ready to post.",
        discussion: """
            Renders cards from templates. Each card comes with its alt text and its captions.

            Examples:
              blueheart render supporter --set name="Amina K." -o card.png
              blueheart drop --template supporter --rows names.csv --out campaign
              blueheart new template my-card

            Errors go to standard error, each with its location and a way to fix it. Exit codes: \
            0 success; 64 usage error; 65 error in a template or in the values given; 66 missing \
            picture or font; 70 internal error; 73 cannot write; 75 temporary failure, try again.
            """,
        version: Product.version,
        subcommands: [
            RenderCommand.self, DropCommand.self, CheckCommand.self, SheetCommand.self,
            ListCommand.self, NewCommand.self, SchemaCommand.self, ServeCommand.self,
            SignCommand.self, ExplainCommand.self, CompletionsCommand.self,
        ])

    static func main() {
        // A closed output is reported by write(2), not by a signal.
        _ = signal(SIGPIPE, SIG_IGN)
        FreedMemory.kept.choose()
        main(nil)
    }
}
