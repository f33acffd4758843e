using System.CommandLine;
using System.Text.Json.Nodes;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater margin FILE</c>, or one position from options.</summary>
internal static class MarginCommand
{
    private static readonly Argument<string?> s_file = new("file")
    {
        Description = "Questions as JSON Lines; - for standard input. See docs/margin-calculator.md.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> s_venue = new("--venue")
    {
        Description = "Rule set, such as binance-usdm.",
    };
    private static readonly Option<string?> s_symbol = new("--symbol")
    {
        Description = "As the venue writes it, or a coin.",
        DefaultValueFactory = _ => "BTC",
    };
    private static readonly Option<string?> s_side = new("--side") { Description = "long or short." };
    private static readonly Option<string?> s_quantity = new("--quantity")
    {
        Description = "In the venue's unit: coins or contracts.",
    };
    private static readonly Option<string?> s_entry = new("--entry") { Description = "Average entry price." };
    private static readonly Option<string?> s_mark = new("--mark")
    {
        Description = "Mark price; the entry price if left out.",
    };
    private static readonly Option<string?> s_leverage = new("--leverage")
    {
        Description = "As the trader set it; the highest allowed if left out.",
    };
    private static readonly Option<string?> s_margin = new("--isolated-margin")
    {
        Description = "Margin set aside; value over leverage if left out.",
    };
    private static readonly Option<string?> s_balance = new("--balance")
    {
        Description = "Wallet: the position is under cross margin.",
    };
    private static readonly Option<string?> s_tick = new("--tick") { Description = "Also round prices to it." };
    private static readonly Option<bool> s_explain = new("--explain")
    {
        Description = "Show formulas, their numbers, and who says so.",
    };
    private static readonly Option<bool> s_json = new("--json") { Description = "The answer as JSON." };

    public static Command Create()
    {
        s_side.AcceptOnlyFromAmong("long", "short");
        var command = new Command("margin", "Say what margin a position needs and where it is liquidated.")
        {
            s_file,
            s_venue,
            s_symbol,
            s_side,
            s_quantity,
            s_entry,
            s_mark,
            s_leverage,
            s_margin,
            s_balance,
            s_tick,
            s_explain,
            s_json,
        };
        command.SetAction(parsed => CommandBody.Run(parsed.GetValue(s_json), () => Execute(parsed)));
        return command;
    }

    private static void Execute(ParseResult parsed)
    {
        var calculator = new Calculator(new RuleBook(ContentFolders.Default));
        if (parsed.GetValue(s_file) is { } file)
        {
            RefuseOptionsBesideFile(parsed);
            AnswerFile(calculator, file);
            return;
        }

        JsonObject question = QuestionOf(parsed);
        var answer = (JsonObject)
            JsonNode.Parse(calculator.Answer(System.Text.Encoding.UTF8.GetBytes(question.ToJsonString()), 1))!;
        if (answer["error"] is { } error)
        {
            throw new InputException((string)error["message"]!);
        }

        if (parsed.GetValue(s_json))
        {
            Console.Out.WriteLine(answer.ToJsonString());
        }
        else
        {
            MarginView.Write(Terminal.Create(), answer);
        }
    }

    // A file's lines are answered as JSON, and say for themselves what they ask.
    private static void RefuseOptionsBesideFile(ParseResult parsed)
    {
        Option? given = parsed.CommandResult.Command.Options.FirstOrDefault(option =>
            option != s_json && parsed.GetResult(option) is { Implicit: false }
        );
        if (given is not null)
        {
            throw new InputException($"{given.Name}: does not go with a file of questions; each line says its own");
        }
    }

    private static void AnswerFile(Calculator calculator, string file)
    {
        using Stream answers = Console.OpenStandardOutput();
        if (file == "-")
        {
            using Stream input = Console.OpenStandardInput();
            QuestionFile.Answer(calculator, input, answers);
            return;
        }

        if (!File.Exists(file))
        {
            throw new InputException($"there is no file \"{file}\"");
        }

        using FileStream questions = File.OpenRead(file);
        QuestionFile.Answer(calculator, questions, answers);
    }

    private static JsonObject QuestionOf(ParseResult parsed)
    {
        string? balance = parsed.GetValue(s_balance);
        var account = new JsonObject { ["mode"] = balance is null ? "isolated" : "cross" };
        Add(account, "balance", balance);
        var position = new JsonObject { ["symbol"] = parsed.GetValue(s_symbol) };
        Add(position, "side", Required(parsed, s_side));
        Add(position, "quantity", Required(parsed, s_quantity));
        Add(position, "entryPrice", Required(parsed, s_entry));
        Add(position, "markPrice", parsed.GetValue(s_mark));
        Add(position, "leverage", parsed.GetValue(s_leverage));
        Add(position, "isolatedMargin", parsed.GetValue(s_margin));
        Add(position, "tickSize", parsed.GetValue(s_tick));
        account["positions"] = new JsonArray(position);
        return new JsonObject
        {
            ["id"] = 1,
            ["venue"] = Required(parsed, s_venue),
            ["kind"] = "margin",
            ["explain"] = parsed.GetValue(s_explain),
            ["account"] = account,
        };
    }

    private static void Add(JsonObject target, string name, string? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static string Required(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option)
        ?? throw new InputException($"{option.Name} is missing: give it, or a file of questions");
}
