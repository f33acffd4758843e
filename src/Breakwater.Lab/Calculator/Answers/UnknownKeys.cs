using System.Text.Json;

namespace Breakwater.Lab;

/// <summary>Names keys of a question that nobody reads, so that a mistyped one does not pass unnoticed.</summary>
internal static class UnknownKeys
{
    public static void Write(JsonLine json, Question question)
    {
        List<string>? ignored = null;
        Collect(ref ignored, "", question.Unknown);
        CollectAccount(ref ignored, "account", question.Account);
        CollectAccount(ref ignored, "liquidated.account", question.Liquidated?.Account);
        Collect(ref ignored, "action.", question.Action?.Unknown);
        Collect(ref ignored, "fill.", question.Fill?.Unknown);
        Collect(ref ignored, "block.", question.Block?.Unknown);
        CollectEach(ref ignored, "volunteers", question.Volunteers, volunteer => volunteer.Unknown);
        CollectEach(ref ignored, "collateral", question.Collateral, asset => asset.Unknown);
        if (ignored is null)
        {
            return;
        }

        json.WriteStartArray("ignored");
        foreach (string key in ignored)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
    }

    private static void CollectAccount(ref List<string>? ignored, string path, AccountQuestion? account)
    {
        if (account is null)
        {
            return;
        }

        CollectUnread(ref ignored, path, account);
        Collect(ref ignored, path + ".", account.Unknown);
        CollectEach(ref ignored, path + ".positions", account.Positions, position => position.Unknown);
        CollectEach(ref ignored, path + ".collateral", account.Collateral, asset => asset.Unknown);
    }

    // What belongs to another mode, or is said twice.
    private static void CollectUnread(ref List<string>? ignored, string path, AccountQuestion account)
    {
        bool isIsolated = account.Mode == "isolated";
        AddIf(ref ignored, isIsolated && account.Balance is not null, path, ".balance");
        AddIf(ref ignored, isIsolated && account.Collateral is not null, path, ".collateral");
        AddIf(ref ignored, isIsolated && account.OtherMaintenanceMargin is not null, path, ".otherMaintenanceMargin");
        bool equityIsSaidTwice = account.Balance is not null || account.Collateral is { Count: > 0 };
        AddIf(ref ignored, account.Equity is not null && (isIsolated || equityIsSaidTwice), path, ".equity");
    }

    private static void AddIf(ref List<string>? ignored, bool isUnread, string path, string member)
    {
        if (isUnread)
        {
            (ignored ??= []).Add(path + member);
        }
    }

    private static void CollectEach<T>(
        ref List<string>? ignored,
        string path,
        List<T>? parts,
        Func<T, Dictionary<string, JsonElement>?> unknownIn
    )
    {
        for (int i = 0; i < (parts?.Count ?? 0); i++)
        {
            if (unknownIn(parts![i]) is { } unknown)
            {
                Collect(ref ignored, FormattableString.Invariant($"{path}[{i}]."), unknown);
            }
        }
    }

    private static void Collect(ref List<string>? ignored, string path, Dictionary<string, JsonElement>? unknown)
    {
        foreach (string key in unknown?.Keys ?? Enumerable.Empty<string>())
        {
            (ignored ??= []).Add(path + key);
        }
    }
}
