namespace Breakwater.Data.Tests;

public sealed class StorePlaceTests
{
    private const string Address = "Host=127.0.0.1;Username=u;Password=secret;Database=d";

    [Fact]
    public void Rows_set_aside_lie_in_a_folder_that_no_address_names()
    {
        Assert.Equal("rejects", new StorePlace(Address).RejectFolder);
        Assert.Equal(Path.Combine("store", "rejects"), new StorePlace("store").RejectFolder);
    }

    [Fact]
    public void A_folder_exists_or_not_and_a_database_answers_for_itself()
    {
        using var folder = new TemporaryFolder();
        Assert.True(new StorePlace(folder.Path).Exists);
        Assert.False(new StorePlace(Path.Combine(folder.Path, "none")).Exists);
        Assert.True(new StorePlace(Address).Exists);
    }

    [Fact]
    public void Reading_makes_no_store_and_a_file_is_none()
    {
        using var folder = new TemporaryFolder();
        var absent = new StorePlace(Path.Combine(folder.Path, "none"));
        var file = new StorePlace(folder.Write("file", "text"));

        StoreQueryException refused = Assert.Throws<StoreQueryException>(absent.OpenToRead);

        Assert.Equal($"there is no store at {absent.Name}; 'breakwater import' fills one", refused.Message);
        Assert.False(absent.Exists);
        Assert.Contains("is a file", Assert.Throws<StoreQueryException>(file.Open).Message, StringComparison.Ordinal);
    }
}
