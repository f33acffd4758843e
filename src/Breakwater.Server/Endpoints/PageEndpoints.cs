using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Breakwater.Server;

/// <summary>The pages themselves.</summary>
internal static class PageEndpoints
{
    private const string Entry = "index.html";
    private const string HashedNames = "assets/";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext context) => Page(Entry, context)).ExcludeFromDescription();
        app.MapGet("/{file}", (string file, HttpContext context) => Page(file, context)).ExcludeFromDescription();
        app.MapGet("/assets/{file}", (string file, HttpContext context) => Page(HashedNames + file, context))
            .ExcludeFromDescription();
    }

    private static FileContentHttpResult Page(string file, HttpContext context)
    {
        WebPage page = WebPages.Find("app/" + file) ?? throw RequestException.NotFound("there is no such page");
        bool isHashed = file.StartsWith(HashedNames, StringComparison.Ordinal);
        context.Response.Headers.CacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(page.Bytes, page.Type, entityTag: new EntityTagHeaderValue(page.Tag));
    }
}
