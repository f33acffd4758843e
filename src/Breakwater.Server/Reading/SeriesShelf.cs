using Breakwater.Lab;

namespace Breakwater.Server;

/// <summary>Series of finished runs that were read lately. What a finished run recorded never changes.</summary>
internal sealed class SeriesShelf
{
    private const long MostRows = 4_000_000;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, Lazy<IReadOnlyList<ListingSeries>> Series)> _latest = [];

    /// <param name="coin">Null for all.</param>
    public IReadOnlyList<ListingSeries> Of(string folder, string? coin)
    {
        string key = $"{Path.GetFullPath(folder)}|{File.GetLastWriteTimeUtc(folder).Ticks}|{coin}";
        IReadOnlyList<ListingSeries> series = Shelved(key, folder, coin).Value;
        DropOldest();
        return series;
    }

    private Lazy<IReadOnlyList<ListingSeries>> Shelved(string key, string folder, string? coin)
    {
        lock (_lock)
        {
            LinkedListNode<(string Key, Lazy<IReadOnlyList<ListingSeries>> Series)>? node = _latest.First;
            while (node is not null && node.Value.Key != key)
            {
                node = node.Next;
            }

            if (node is not null)
            {
                _latest.Remove(node);
            }

            node ??= new((key, new(() => RecordedSeries.Read(folder, coin))));
            _latest.AddFirst(node);
            return node.Value.Series;
        }
    }

    private void DropOldest()
    {
        lock (_lock)
        {
            while (_latest.Count > 1 && _latest.Sum(entry => RowsOf(entry.Series)) > MostRows)
            {
                _latest.RemoveLast();
            }
        }
    }

    private static long RowsOf(Lazy<IReadOnlyList<ListingSeries>> series) =>
        series.IsValueCreated ? series.Value.Sum(listing => (long)listing.Times.Count) : 0;
}
