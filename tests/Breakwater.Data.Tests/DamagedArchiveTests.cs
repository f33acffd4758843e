using System.Text;

namespace Breakwater.Data.Tests;

/// <summary>Of an archive that was cut or altered nothing is stored, counted or set aside.</summary>
public sealed class DamagedArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ParquetStore _store;

    public DamagedArchiveTests() => _store = new ParquetStore(_folder.Store);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void A_cut_archive_is_a_problem_and_nothing_of_it_is_stored(double share)
    {
        string text = ImportTests.Header + string.Concat(Enumerable.Range(0, 20_000).Select(ImportTests.Row));
        byte[] gzip = TemporaryFolder.Gzip(text);
        string cut = _folder.Write("cut.csv.gz", gzip[..(int)(gzip.Length * share)]);

        ImportSummary summary = _store.Import(cut);

        Assert.StartsWith(cut, Assert.Single(summary.Problems), StringComparison.Ordinal);
        Assert.Empty(_store.Partitions());
    }

    [Fact]
    public void Nothing_of_a_damaged_gzip_is_counted_set_aside_or_stored()
    {
        string text = ImportTests.Header + "gemini,BTCUSD,never,0,8,sell,100,0.25\n";
        text += string.Concat(Enumerable.Range(0, 20_000).Select(ImportTests.Row));
        byte[] gzip = TemporaryFolder.Gzip(text);
        gzip.AsSpan(gzip.Length / 2, 4).Fill(0xFF);
        string good = _folder.Write("good.csv", ImportTests.Header + ImportTests.Row(1) + ImportTests.Row(2));
        string damaged = _folder.Write("damaged.csv.gz", gzip);
        string other = _folder.Write("other.csv.gz", TemporaryFolder.Gzip(text)[..^9]);
        string rejects = Path.Combine(_folder.Path, "rejects");

        ImportSummary summary = new Importer(_store, new ImportOptions { RejectFolder = rejects }).Import([
            damaged,
            good,
            other,
        ]);

        Assert.Equal(2, summary.Problems.Count);
        Assert.Contains($"{damaged}: damaged gzip", summary.Problems[0], StringComparison.Ordinal);
        Assert.Equal(good, Assert.Single(summary.Files).Path);
        Assert.Equal(2, Assert.Single(summary.Series).Rows);
        Assert.Empty(Directory.EnumerateFiles(rejects));
        Assert.Equal(2, Assert.Single(_store.Partitions()).Rows);
    }

    [Fact]
    public void An_altered_zip_is_a_problem_and_nothing_of_it_is_stored()
    {
        byte[] zip = StoredZip(
            "a.csv",
            ImportTests.Header + string.Concat(Enumerable.Range(0, 100).Select(ImportTests.Row))
        );
        zip[500] ^= 1;
        string altered = _folder.Write("altered.zip", zip);

        ImportSummary summary = _store.Import(altered);

        Assert.Contains("damaged", Assert.Single(summary.Problems), StringComparison.Ordinal);
        Assert.Empty(_store.Partitions());
    }

    /// <summary>A zip that stores without compressing, so that one bit of the file is one bit of the text.</summary>
    private static byte[] StoredZip(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(packed, System.IO.Compression.ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry(name, System.IO.Compression.CompressionLevel.NoCompression).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
