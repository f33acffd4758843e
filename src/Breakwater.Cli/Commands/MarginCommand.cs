using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;
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

    // Which option gave a field of the question, by how the field ends.
    private static readonly (string Field, Option<string?> Option)[] s_fields =
    [
        ("venue", s_venue),
        (".symbol", s_symbol),
        (".side", s_side),
        (".quantity", s_quantity),
        (".entryPrice", s_entry),
        (".markPrice", s_mark),
        (".leverage", s_leverage),
        (".isolatedMargin", s_margin),
        (".balance", s_balance),
        (".tickSize", s_tick),
    ];

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
        var book = new RuleBook(ContentFolders.Default);
        var calculator = new Calculator(book);
        if (parsed.GetValue(s_file) is { } file)
        {
            RefuseOptionsBesideFile(parsed);
            AnswerFile(calculator, file);
            return;
        }

        bool json = parsed.GetValue(s_json);
        bool explain = parsed.GetValue(s_explain);
        JsonObject position = PositionOf(parsed);
        JsonObject question = QuestionOf(parsed, position, explain || !json);
        var answer = (JsonObject)JsonNode.Parse(calculator.Answer(Encoding.UTF8.GetBytes(question.ToJsonString()), 1))!;
        if (answer["error"] is { } error)
        {
            throw new InputException(ProblemIn(error, parsed));
        }

        if (json)
        {
            Console.Out.WriteLine(answer.ToJsonString());
            return;
        }

        RuleSet rules = book.Read($"{question["venue"]}").Rules!;
        MarginView.Write(Terminal.Create(), answer, new PositionTerms(rules, position), explain);
    }

    // In words of whoever typed options and never saw the question.
    private static string ProblemIn(JsonNode error, ParseResult parsed)
    {
        string message = $"{error["message"]}";
        string field = $"{error["field"]}";
        Option<string?>? option = s_fields
            .FirstOrDefault(each => field.EndsWith(each.Field, StringComparison.Ordinal))
            .Option;
        if (field.Length == 0 || option is null)
        {
            return message;
        }

        string problem = message.StartsWith(field, StringComparison.Ordinal) ? message[field.Length..].Trim() : message;
        string value = problem.Contains('"', StringComparison.Ordinal) ? "" : $"\"{parsed.GetValue(option)}\" ";
        return $"{option.Name}: {value}{problem}";
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
        if (file != "-" && !File.Exists(file))
        {
            throw new InputException($"there is no file \"{file}\"");
        }

        using Stream answers = Console.OpenStandardOutput();
        using Stream questions = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        AnswerCount count = QuestionFile.Answer(calculator, questions, answers);
        if (count.Questions == 0)
        {
            Console.Error.WriteLine("no questions");
        }
        else if (count.Errors > 0)
        {
            Console.Error.WriteLine($"{count.Questions} questions, {count.Errors} answered with an error");
        }
    }

    private static JsonObject QuestionOf(ParseResult parsed, JsonObject position, bool explain)
    {
        string? balance = parsed.GetValue(s_balance);
        if (balance is not null && parsed.GetValue(s_margin) is not null)
        {
            throw new InputException(
                $"{s_margin.Name}: does not go with {s_balance.Name}, under which the position is under cross margin"
            );
        }

        var account = new JsonObject { ["mode"] = balance is null ? "isolated" : "cross" };
        AddNumber(account, "balance", parsed, s_balance);
        account["positions"] = new JsonArray(position);
        return new JsonObject
        {
            ["id"] = 1,
            ["venue"] = Required(parsed, s_venue),
            ["kind"] = "margin",
            ["explain"] = explain,
            ["account"] = account,
        };
    }

    private static JsonObject PositionOf(ParseResult parsed)
    {
        var position = new JsonObject { ["symbol"] = parsed.GetValue(s_symbol), ["side"] = Required(parsed, s_side) };
        Required(parsed, s_quantity);
        Required(parsed, s_entry);
        AddNumber(position, "quantity", parsed, s_quantity);
        AddNumber(position, "entryPrice", parsed, s_entry);
        AddNumber(position, "markPrice", parsed, s_mark);
        AddNumber(position, "leverage", parsed, s_leverage);
        AddNumber(position, "isolatedMargin", parsed, s_margin);
        AddNumber(position, "tickSize", parsed, s_tick);
        return position;
    }

    private static void AddNumber(JsonObject target, string name, ParseResult parsed, Option<string?> option)
    {
        string? value = parsed.GetValue(option);
        if (value is not null)
        {
            target[name] = Rational.TryParse(value, out _)
                ? value
                : throw new InputException($"{option.Name}: \"{value}\" must be a number, such as 60000 or 0.5");
        }
    }

    private static string Required(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option)
        ?? throw new InputException($"{option.Name} is missing: give it, or a file of questions");
}
