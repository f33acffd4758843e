using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Benchmarks;

/// <summary>
/// margin [RULE-SET...]: questions that the calculator answers for each second of processor time, through the path of a file, for each rule set
/// of a perpetual venue and for all of them by turns. The yardstick reads the same lines as JSON and does nothing with them.
/// </summary>
internal static class MarginBenchmark
{
    private const int Runs = 5;
    private const int Questions = 50_000;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private static readonly CompositeFormat s_opening = CompositeFormat.Parse(
        """{{"id":{0},"venue":"{1}","kind":"margin","account":{{"mode":"isolated","positions":[{{"symbol":"{2}","side":"{3}","quantity":{4},"entryPrice":"""
    );

    private static readonly CompositeFormat s_closing = CompositeFormat.Parse(
        """5{0:0000}.5,"markPrice":5{1:0000}.1,"leverage":{2}}}]}}}}"""
    );

    /// <param name="named">Rule sets to measure; none for all of them.</param>
    public static void Run(string[] named)
    {
        var book = new RuleBook(new ContentFolders(AppContext.BaseDirectory));
        string[] venues = [.. book.Names.Where(name => book.Read(name).Rules is { Unified: null } && name != "spot")];
        venues = named.Length == 0 ? venues : [.. venues.Intersect(named)];
        byte[] mixed = LinesFor(book, venues);
        var calculator = new Calculator(book);
        var report = new
        {
            allByTurns = Rate(() => Answer(calculator, mixed)),
            yardstickReadsOnly = Rate(() => ReadOnly(mixed)),
            byRuleSet = venues.ToDictionary(
                venue => venue,
                venue =>
                {
                    byte[] lines = LinesFor(book, [venue]);
                    return Rate(() => Answer(calculator, lines));
                }
            ),
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    private static void Answer(Calculator calculator, byte[] lines)
    {
        using var questions = new MemoryStream(lines);
        QuestionFile.Answer(calculator, questions, Stream.Null);
    }

    private static void ReadOnly(byte[] lines)
    {
        var reader = new Utf8JsonReader(lines, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read()) { }
    }

    // Questions a second of processor time, the median of several runs after one that warms up.
    private static double Rate(Action answer)
    {
        answer();
        double[] seconds = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            answer();
            seconds[run] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        Array.Sort(seconds);
        return Math.Round(Questions / seconds[Runs / 2]);
    }

    private static byte[] LinesFor(RuleBook book, string[] venues)
    {
        var lines = new StringBuilder();
        for (int i = 0; i < Questions; i++)
        {
            string venue = venues[i % venues.Length];
            string symbol = book.Read(venue).Rules!.Listings["BTC"].Symbol;
            string side = i % 2 == 0 ? "long" : "short";
            lines
                .AppendFormat(CultureInfo.InvariantCulture, s_opening, i, venue, symbol, side, 1 + i % 97)
                .AppendFormat(CultureInfo.InvariantCulture, s_closing, i % 9_973, i % 7_919, 2 + i % 18)
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
