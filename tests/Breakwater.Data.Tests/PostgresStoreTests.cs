namespace Breakwater.Data.Tests;

public sealed class PostgresStoreTests(PostgresServer server) : StoreContract, IClassFixture<PostgresServer>
{
    private PostgresStore? _store;

    private protected override IMarketStore Store => _store ??= new PostgresStore(server.NewDatabase());

    private protected override void Close() => _store?.Dispose();
}
