using Breakwater.Testing;

namespace Breakwater.Data.Tests;

public sealed class FetchTests : IDisposable
{
    private static readonly string _path = BinanceArchive.PathOf(
        "futures/um",
        "aggTrades",
        "BTCUSDT",
        new DateOnly(2025, 10, 10),
        ""
    );

    private readonly TemporaryFolder _folder = new();
    private readonly LocalArchive _archive = new();
    private readonly HttpClient _http = new();
    private readonly byte[] _content = new byte[300_000];

    public FetchTests()
    {
        new Random(3).NextBytes(_content);
        _archive.Add(_path, _content);
    }

    public void Dispose()
    {
        _http.Dispose();
        _archive.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("futures/um", "aggTrades", "data/futures/um/daily/aggTrades/BTCUSDT/BTCUSDT-aggTrades-2025-10-10.zip")]
    [InlineData("spot", "klines", "data/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-2025-10-10.zip")]
    [InlineData(
        "futures/um",
        "markPriceKlines",
        "data/futures/um/daily/markPriceKlines/BTCUSDT/1m/BTCUSDT-1m-2025-10-10.zip"
    )]
    public void Files_are_where_the_archive_has_them(string market, string kind, string expected)
    {
        Assert.Equal(expected, BinanceArchive.PathOf(market, kind, "BTCUSDT", new DateOnly(2025, 10, 10), "1m"));
    }

    [Fact]
    public async Task A_file_arrives_whole_and_is_not_fetched_again()
    {
        string first = await Fetch();
        await Fetch();

        Assert.Equal(_content, await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken));
        Assert.Single(_archive.Requests);
    }

    [Fact]
    public async Task A_broken_download_goes_on_where_it_broke()
    {
        _archive.BreakAfter.Enqueue(100_000);
        _archive.BreakAfter.Enqueue(50_000);

        string path = await Fetch();

        Assert.Equal(_content, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([null, "bytes=100000-", "bytes=150000-"], _archive.Requests.Select(request => request.Range));
    }

    [Fact]
    public async Task What_an_earlier_process_left_is_used()
    {
        Directory.CreateDirectory(_folder.Store);
        await File.WriteAllBytesAsync(Part, _content[..200_000], TestContext.Current.CancellationToken);

        string path = await Fetch();

        Assert.Equal(_content, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal("bytes=200000-", Assert.Single(_archive.Requests).Range);
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task A_download_that_was_complete_but_not_renamed_is_only_checked()
    {
        Directory.CreateDirectory(_folder.Store);
        await File.WriteAllBytesAsync(Part, _content, TestContext.Current.CancellationToken);

        Assert.Equal(_content, await File.ReadAllBytesAsync(await Fetch(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_is_read_from_the_start()
    {
        _archive.IgnoresRanges = true;
        _archive.BreakAfter.Enqueue(100_000);

        Assert.Equal(_content, await File.ReadAllBytesAsync(await Fetch(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_checksum_leaves_no_file()
    {
        _archive.Add(_path, _content, isHonest: false);

        FetchException failure = await Assert.ThrowsAsync<FetchException>(Fetch);

        Assert.Contains("SHA-256", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Store));
    }

    [Fact]
    public async Task A_file_that_the_archive_does_not_have_is_named()
    {
        var client = new ArchiveClient(_http, _archive.Address);

        FetchException failure = await Assert.ThrowsAsync<FetchException>(() =>
            client.FetchAsync("data/none.zip", _folder.Store, TestContext.Current.CancellationToken)
        );

        Assert.Equal("data/none.zip: the archive has no such file", failure.Message);
    }

    private string Part => Path.Combine(_folder.Store, Path.GetFileName(_path) + ".part");

    private Task<string> Fetch() =>
        new ArchiveClient(_http, _archive.Address).FetchAsync(
            _path,
            _folder.Store,
            TestContext.Current.CancellationToken
        );
}
