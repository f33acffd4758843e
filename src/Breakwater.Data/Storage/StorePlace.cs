using Npgsql;

namespace Breakwater.Data;

/// <summary>Where a store of market data is: a folder, or the address of a PostgreSQL database.</summary>
/// <param name="Name">As a user gives it: a folder's path, or <c>Host=...;Username=...;Database=...</c>.</param>
public sealed record StorePlace(string Name)
{
    private const string HostKey = "Host=";

    public bool IsDatabase => Name.Contains(HostKey, StringComparison.OrdinalIgnoreCase);

    /// <summary>As a message may show it: an address can hold a password.</summary>
    public string Label => IsDatabase ? "at the database" : Name;

    /// <summary>Whether there may be something to read: a database answers for itself.</summary>
    public bool Exists => IsDatabase || Directory.Exists(Name);

    /// <summary>Folder for rows that an import set aside: within a store's folder, and beside the user where the store is a database.</summary>
    public string RejectFolder => IsDatabase ? "rejects" : Path.Combine(Name, "rejects");

    /// <summary>Opens it to be filled; a folder is made where there is none.</summary>
    /// <exception cref="StoreQueryException">The address cannot be read, or the folder is a file.</exception>
    /// <exception cref="IOException">No database answers at the address.</exception>
    public IMarketStore Open() =>
        IsDatabase ? OpenDatabase()
        : File.Exists(Name)
            ? throw new StoreQueryException($"the store {Name} is a file, expected a folder or a database's address")
        : new ParquetStore(Name);

    /// <summary>Opens what is there already; makes nothing.</summary>
    /// <exception cref="StoreQueryException">There is no such folder, or the address cannot be read.</exception>
    /// <exception cref="IOException">No database answers at the address.</exception>
    public IMarketStore OpenToRead() =>
        Exists || File.Exists(Name)
            ? Open()
            : throw new StoreQueryException($"there is no store at {Name}; 'breakwater import' fills one");

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
