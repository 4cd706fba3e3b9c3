import ArgumentParser
import Glibc
import Product
import Support

@main
struct Blueheart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blueheart",
        abstract:
            "Make the Blue Heart Campaign's pictures: every size, every language, ready to post.",
        discussion: """
            A template and a few words become finished cards, each with its alt text and its \
            caption beside it.

            Examples:
              blueheart render supporter --set name="Amina K." -o card.png
              blueheart drop --template supporter --rows names.csv --out campaign
              blueheart new template my-card

            What went wrong is told on standard error, with its place and its cure. Exit codes: \
            0 done; 64 wrong use; 65 a template or what was filled in is at fault; 66 a picture or \
            font is missing; 70 our own fault; 73 cannot write; 75 try again later.
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
