using System.Text;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Questions to the calculator, and what their sources say the answers are.</summary>
internal sealed class AnswerTable
{
    private readonly Dictionary<string, string> _questions;
    private readonly string[][] _rows;

    private AnswerTable(Dictionary<string, string> questions, string[][] rows)
    {
        _questions = questions;
        _rows = rows;
    }

    public IEnumerable<string> Examples => _rows.Select(row => row[0]).Distinct();

    /// <param name="questions">One a line: the example's name, then the question.</param>
    /// <param name="answers">A table with the columns example, answer, value and tolerance.</param>
    public static AnswerTable Parse(string questions, string answers) =>
        new(
            Lines(questions).Select(line => line.Split(' ', 2)).ToDictionary(part => part[0], part => part[1].Trim()),
            [.. Lines(answers).Skip(1).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))]
        );

    // Tests run on several threads; a calculator serves one.
    private static readonly ThreadLocal<Calculator> s_calculator = new(() =>
        new Calculator(new RuleBook(ContentFolders.Default))
    );

    public static JsonNode Ask(string question) =>
        JsonNode.Parse(s_calculator.Value!.Answer(Encoding.UTF8.GetBytes(question), 1))!;

    /// <summary>One line for each number that is not the source's.</summary>
    public IEnumerable<string> Differences(string example)
    {
        JsonNode answer = Ask(_questions[example]);
        foreach (string[] row in _rows.Where(row => row[0] == example))
        {
            JsonNode? found = At(answer, row[1]);
            bool same = row[3] == "=" ? found?.ToString() == row[2] : IsWithin(found, row[2], row[3]);
            if (!same)
            {
                yield return $"{row[1]} is {found?.ToJsonString() ?? "null"}, the source says {row[2]}: {answer.ToJsonString()}";
            }
        }
    }

    private static bool IsWithin(JsonNode? found, string expected, string tolerance) =>
        found is not null
        && Rational.TryParse(found.ToJsonString(), out Rational value)
        && (value - Rational.Parse(expected)).Magnitude <= Rational.Parse(tolerance);

    private static JsonNode? At(JsonNode answer, string path)
    {
        JsonNode? node = answer;
        foreach (string key in path.Split('.', '[').Select(key => key.TrimEnd(']')))
        {
            node = int.TryParse(key, System.Globalization.CultureInfo.InvariantCulture, out int index)
                ? node?[index]
                : node?[key];
        }

        return node;
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
