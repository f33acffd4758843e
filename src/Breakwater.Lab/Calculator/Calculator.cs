using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Answers questions about margin, liquidation, deleveraging, funding, marks and lending, one JSON object each.</summary>
/// <remarks>
/// From the formulas that runs use, in exact fractions. Contract: docs/margin-calculator.md. Not safe for use by several
/// threads.
/// </remarks>
public sealed class Calculator
{
    private static readonly JsonTypeInfo<Question> s_form = QuestionForms.Default.Question;

    private readonly RuleBook _book;
    private readonly JsonLine _json = new();
    private readonly AnswerWriter _answer;
    private readonly Dictionary<string, RuleBookEntry> _known = new(StringComparer.Ordinal);

    public Calculator(RuleBook book) => (_book, _answer) = (book, new AnswerWriter(_json));

    /// <summary>Whether the answer given last is an error.</summary>
    public bool AnsweredError { get; private set; }

    /// <summary>Answers one question; what is wrong with it is an answer too.</summary>
    /// <param name="line">One JSON object in UTF-8.</param>
    /// <param name="number">Of the line, from 1, for messages.</param>
    /// <returns>One JSON object in UTF-8, valid until the next question.</returns>
    public ReadOnlySpan<byte> Answer(ReadOnlySpan<byte> line, long number)
    {
        _json.Clear();
        AnsweredError = false;
        Question? question = null;
        try
        {
            Question read = Parse(line);
            QuestionBounds.RequireParts(read);
            question = read;
            Answer(question);
        }
        catch (QuestionException error)
        {
            WriteError(line, question, number, error);
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentException)
        {
            WriteError(line, question, number, QuestionException.NotApplicable(error.Message));
        }

        return _json.Written;
    }

    private void Answer(Question question)
    {
        (AnswerWriter answer, JsonLine json) = (_answer, _json);
        answer.Reset();
        QuestionBounds.RequirePositive(question.TickSize, "tickSize");
        string venue = question.Venue ?? question.Protocol ?? throw QuestionException.Missing("venue");
        string kind = question.Kind ?? throw QuestionException.Missing("kind");
        RuleBookEntry entry = EntryOf(venue);
        json.WriteStartObject();
        WriteId(json, question.Id);
        json.WriteString("venue", venue);
        json.WriteString("kind", kind);
        Dispatch(answer, entry, kind, question);
        Explanation.Write(answer, entry, kind, question);
        UnknownKeys.Write(json, question);
        json.WriteEndObject();
    }

    private static void Dispatch(AnswerWriter answer, RuleBookEntry entry, string kind, Question question)
    {
        if (kind == "lending")
        {
            LendingAnswer.Write(
                answer,
                entry.Lending ?? throw QuestionException.NotApplicable($"{entry.Name} is no lending protocol"),
                question
            );
            return;
        }

        RuleSet rules =
            entry.Rules
            ?? throw QuestionException.NotApplicable(
                $"{entry.Name} is a lending protocol and answers only the kind \"lending\""
            );
        switch (kind)
        {
            case "margin":
                MarginAnswer.Write(answer, rules, question);
                break;
            case "liquidate":
                LiquidationAnswer.Write(answer, rules, question);
                break;
            case "deleverage":
                DeleveragingAnswer.Write(answer, rules, question);
                break;
            case "socialise":
                SocialisationAnswer.Write(answer, rules, question);
                break;
            case "funding":
                FundingAnswer.Write(answer, rules, question);
                break;
            case "tiers":
                TiersAnswer.Write(answer, rules, question);
                break;
            case "markPrice":
                MarkPriceAnswer.Write(answer, rules, question);
                break;
            default:
                throw new QuestionException(
                    "unknownKind",
                    "kind",
                    $"\"{kind}\" is none of margin, liquidate, deleverage, socialise, funding, tiers, markPrice, lending"
                );
        }
    }

    private RuleBookEntry EntryOf(string venue)
    {
        if (!_known.TryGetValue(venue, out RuleBookEntry? entry))
        {
            try
            {
                entry = _book.Read(venue);
            }
            catch (InputException error)
            {
                throw new QuestionException("unknownVenue", "venue", error.Message);
            }

            _known.Add(venue, entry);
        }

        return entry;
    }

    private static Question Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, s_form)
                ?? throw new QuestionException("invalidJson", null, "the line is null");
        }
        catch (JsonException error)
        {
            string? path = error.Path is { Length: > 2 } at ? at[2..] : null;
            string problem = ProblemOf(error, path);
            bool isSyntax = path is null || error.InnerException is JsonException;
            throw new QuestionException(isSyntax ? "invalidJson" : "invalid", path, problem);
        }
    }

    // The framework names types of this program, which are nobody's business.
    private static string ProblemOf(JsonException error, string? path)
    {
        bool isOtherType = error.Message.Contains("could not be converted", StringComparison.Ordinal);
        return (isOtherType, path) switch
        {
            (false, _) => error.Message.Split(" Path:", 2)[0],
            (_, null) => "the line must be one JSON object",
            _ => $"{path} is of another JSON type than docs/margin-question.schema.json asks for",
        };
    }

    // The beginning of an answer may already be written.
    private void WriteError(ReadOnlySpan<byte> line, Question? question, long number, QuestionException error)
    {
        JsonLine json = _json;
        AnsweredError = true;
        json.Clear();
        json.WriteStartObject();
        WriteId(json, question is null ? IdIn(line) : question.Id);
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        if (error.Field is not null)
        {
            json.WriteString("field", error.Field);
        }

        json.WriteString("message", error.Message);
        json.WriteNumber("line", number);
        json.WriteEndObject();
        if (question is not null)
        {
            UnknownKeys.Write(json, question);
        }

        json.WriteEndObject();
    }

    private static void WriteId(JsonLine json, JsonElement? id)
    {
        json.WritePropertyName("id");
        if (id is { } known)
        {
            json.WriteRaw(JsonMarshal.GetRawUtf8Value(known));
        }
        else
        {
            json.WriteRaw("null"u8);
        }
    }

    // So that whoever sent a line with a slip in it still knows which answer is whose.
    private static JsonElement? IdIn(ReadOnlySpan<byte> line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(line));
            JsonElement id = default;
            bool found =
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out id);
            return found ? id.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
