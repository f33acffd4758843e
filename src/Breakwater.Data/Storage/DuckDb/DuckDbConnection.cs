using System.Globalization;

namespace Breakwater.Data;

/// <summary>A DuckDB database of this process with one connection to it. Not for several threads at once.</summary>
internal sealed class DuckDbConnection : IDisposable
{
    private nint _database;
    private nint _connection;

    private DuckDbConnection(nint database, nint connection)
    {
        _database = database;
        _connection = connection;
    }

    internal nint Handle => _connection;

    /// <summary>A database in memory that spills into a folder beyond its limit.</summary>
    /// <param name="threads">0 for as many as there are processors.</param>
    public static DuckDbConnection OpenInMemory(string spillFolder, int memoryLimitMegabytes = 1024, int threads = 0)
    {
        DuckDbNative.CreateConfig(out nint config);
        try
        {
            Set(config, "memory_limit", memoryLimitMegabytes.ToString(CultureInfo.InvariantCulture) + "MB");
            Set(config, "temp_directory", spillFolder);
            Set(config, "autoinstall_known_extensions", "false");
            if (threads > 0)
            {
                Set(config, "threads", threads.ToString(CultureInfo.InvariantCulture));
            }

            return Open(config);
        }
        finally
        {
            DuckDbNative.DestroyConfig(ref config);
        }
    }

    /// <exception cref="DuckDbException">The statement was refused.</exception>
    public void Execute(string sql) => Query(sql).Dispose();

    /// <exception cref="DuckDbException">The statement was refused.</exception>
    public DuckDbResult Query(string sql)
    {
        if (DuckDbNative.Query(_connection, sql, out DuckDbResultHandle handle) != DuckDbNative.Success)
        {
            throw Failure(handle);
        }

        return new DuckDbResult(handle);
    }

    /// <summary>Rows that are made while they are read, in memory that does not grow with their number.</summary>
    /// <param name="sql">One statement. The connection may run no other before its rows are read or disposed of.</param>
    /// <exception cref="DuckDbException">The statement was refused.</exception>
    public DuckDbResult Stream(string sql)
    {
        nint pending = 0;
        int prepared = DuckDbNative.Prepare(_connection, sql, out nint statement);
        try
        {
            Check(prepared, DuckDbNative.PrepareError(statement));
            int started = DuckDbNative.PendingStreaming(statement, out pending);
            Check(started, DuckDbNative.PendingError(pending));
            int executed = DuckDbNative.ExecutePending(pending, out DuckDbResultHandle handle);
            return executed == DuckDbNative.Success ? new DuckDbResult(handle) : throw Failure(handle);
        }
        finally
        {
            DuckDbNative.DestroyPending(ref pending);
            DuckDbNative.DestroyPrepare(ref statement);
        }
    }

    public void Dispose()
    {
        if (_connection != 0)
        {
            DuckDbNative.Disconnect(ref _connection);
            DuckDbNative.Close(ref _database);
        }
    }

    private static DuckDbConnection Open(nint config)
    {
        if (DuckDbNative.Open(null, out nint database, config, out nint error) != DuckDbNative.Success)
        {
            DuckDbException failure = DuckDbException.From(error);
            DuckDbNative.Free(error);
            throw failure;
        }

        if (DuckDbNative.Connect(database, out nint connection) != DuckDbNative.Success)
        {
            DuckDbNative.Close(ref database);
            throw new DuckDbException("DuckDB refused a connection");
        }

        return new DuckDbConnection(database, connection);
    }

    private static DuckDbException Failure(DuckDbResultHandle handle)
    {
        DuckDbException failure = DuckDbException.From(DuckDbNative.ResultError(ref handle));
        DuckDbNative.DestroyResult(ref handle);
        return failure;
    }

    private static void Check(int state, nint message)
    {
        if (state != DuckDbNative.Success)
        {
            throw DuckDbException.From(message);
        }
    }

    private static void Set(nint config, string name, string value)
    {
        if (DuckDbNative.SetConfig(config, name, value) != DuckDbNative.Success)
        {
            throw new DuckDbException($"DuckDB knows no setting {name} = {value}");
        }
    }
}
