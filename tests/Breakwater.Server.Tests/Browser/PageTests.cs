namespace Breakwater.Server.Tests;

/// <summary>The tests in web/tests; what each file holds, it says itself.</summary>
public sealed class PageTests(PagesInBrowser pages) : IClassFixture<PagesInBrowser>
{
    [Fact]
    public void The_pages_do_what_they_offer() => pages.RequirePassed("use.spec.ts");

    [Fact]
    public void Every_view_is_whole_and_accessible_in_dark_and_light_wide_and_narrow() =>
        pages.RequirePassed("views.spec.ts");

    [Fact]
    public void A_report_opens_without_a_network_and_its_numbers_are_those_of_the_run() =>
        pages.RequirePassed("report.spec.ts");
}
