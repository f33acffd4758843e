using System.Globalization;
using System.Text;

namespace Breakwater.Data.Tests;

/// <summary>Damaged files never crash an import, hang it, or lose a row without a word. BREAKWATER_FUZZ sets how many (10,000).</summary>
public sealed class FuzzTests
{
    private const int Seed = 20251010;
    private const int RoundsPerRealStore = 200;

    private static readonly (string Name, byte[] Bytes)[] _originals = [.. Originals()];

    [Fact]
    public void Damaged_files_are_stored_rejected_or_named_to_the_last_row()
    {
        int rounds = int.Parse(
            Environment.GetEnvironmentVariable("BREAKWATER_FUZZ") ?? "10000",
            CultureInfo.InvariantCulture
        );
        using var folder = new TemporaryFolder();
        using var counting = new CountingStore();
        using var parquet = new ParquetStore(folder.Store);
        long stored = 0;
        long refused = 0;
        for (int round = 0; round < rounds; round++)
        {
            var random = new Random(HashCode(Seed, round));
            (string name, byte[] bytes) = _originals[random.Next(_originals.Length)];
            string path = folder.Write("input-" + name, Mutate(bytes, random));
            IMarketStore store = round % RoundsPerRealStore == 0 ? parquet : counting;
            ImportSummary summary = ImportOrExplain(store, path, folder.Path, round);
            Account(summary, round);
            stored += summary.RowsRead;
            refused += summary.RowsRejected + summary.Problems.Count;
            File.Delete(path);
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{rounds} inputs: {stored} rows stored, {refused} rows or files refused"
        );
        Assert.True(
            stored > rounds / 10 && refused > rounds / 10,
            "the damage is either too small or too large to test anything"
        );
    }

    private static ImportSummary ImportOrExplain(IMarketStore store, string path, string folder, int round)
    {
        try
        {
            var options = new ImportOptions { Venue = "v", RejectFolder = Path.Combine(folder, "rejects") };
            return new Importer(store, options).Import([path]);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"seed {Seed}, round {round}: {failure.Message}", failure);
        }
    }

    /// <summary>Where a record is one row, each record was stored or set aside, and each one aside has its line in the file.</summary>
    private static void Account(ImportSummary summary, int round)
    {
        foreach (FileSummary file in summary.Files)
        {
            Format format = FormatCatalog.Find(file.Format)!;
            bool oneRowEach = format.Repetition == Repetition.None;
            Assert.True(!oneRowEach || file.Records == file.Rows + file.Rejected, $"round {round}: {file}");
            Assert.True(
                file.Rejected == 0 || File.ReadLines(file.RejectFile!).LongCount() > file.Rejected,
                $"round {round}: {file}"
            );
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        int changes = random.Next(1, 8);
        for (int change = 0; change < changes && bytes.Count > 0; change++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)",\"\n\r{}[]:-.eE0 \0\xFF"[random.Next(17)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 4:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(_oddities[random.Next(_oddities.Length)]));
                    break;
                case 5:
                    bytes.RemoveRange(at, random.Next(10) == 0 ? bytes.Count - at : 1);
                    break;
                default:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }

    private static readonly string[] _oddities =
    [
        "99999999999999999999999999",
        "-0",
        "1e308",
        "1e-400",
        "NaN",
        "Infinity",
        "\"\"\"",
        "\uFEFF",
        "\\ud800",
        "[[[[[[[[",
        "}}}}",
        "../../..",
        "null",
        new string('9', 400),
        new string('x', 70_000),
    ];

    private static IEnumerable<(string, byte[])> Originals()
    {
        foreach (TheoryDataRow<string, string, string, string, string> row in FormatSamples.All)
        {
            (_, string name, string text, _, _) = row.Data;
            yield return (name, Encoding.UTF8.GetBytes(text));
            yield return (name + ".gz", TemporaryFolder.Gzip(text));
            yield return (name + ".zip", TemporaryFolder.Zip((name, text), ("second-" + name, text)));
        }
    }

    private static int HashCode(int seed, int round) => unchecked((seed * 31) + (round * 7919));
}
