namespace Breakwater.Data.Tests;

public sealed class ParquetStoreTests : StoreContract
{
    private ParquetStore? _store;

    private protected override IMarketStore Store => _store ??= new ParquetStore(Folder);

    private protected override void Close() => _store?.Dispose();
}
