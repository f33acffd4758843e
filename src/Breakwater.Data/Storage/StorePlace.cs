using Npgsql;

namespace Breakwater.Data;

/// <summary>Where a store of market data is: a folder, or the address of a PostgreSQL database.</summary>
/// <param name="Name">As a user gives it: a folder's path, or <c>Host=...;Username=...;Database=...</c>.</param>
public sealed record StorePlace(string Name)
{
    private const string HostKey = "Host=";

    public bool IsDatabase => Name.Contains(HostKey, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there may be something to read: a database answers for itself.</summary>
    public bool Exists => IsDatabase || Directory.Exists(Name);

    /// <summary>Folder for rows that an import set aside: within a store's folder, and beside the user where the store is a database.</summary>
    public string RejectFolder => IsDatabase ? "rejects" : Path.Combine(Name, "rejects");

    /// <exception cref="StoreQueryException">The address cannot be read.</exception>
    /// <exception cref="IOException">No database answers at the address.</exception>
    public IMarketStore Open() => IsDatabase ? OpenDatabase() : new ParquetStore(Name);

    private PostgresStore OpenDatabase()
    {
        try
        {
            return new PostgresStore(Name);
        }
        catch (ArgumentException unreadable)
        {
            throw new StoreQueryException(
                $"the store's address cannot be read: {unreadable.Message.ReplaceLineEndings(" ")}",
                unreadable
            );
        }
        catch (NpgsqlException silent)
        {
            throw new IOException($"the store's database does not answer: {silent.Message}", silent);
        }
    }
}
