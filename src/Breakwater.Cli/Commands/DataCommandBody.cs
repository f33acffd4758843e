using Breakwater.Data;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>Runs the body of a command that reads files or a store, whose complaints are the user's to mend.</summary>
internal static class DataCommandBody
{
    public static int Run(bool json, Func<int> body)
    {
        int answer = ExitCode.Done;
        int failure = CommandBody.Run(json, () => answer = Translate(body));
        return failure == ExitCode.Done ? answer : failure;
    }

    private static int Translate(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (Exception failure)
            when (failure
                    is BadRowException
                        or FormatMismatchException
                        or MappingException
                        or StoreQueryException
                        or DuckDbException
            )
        {
            throw new InputException(failure.Message.ReplaceLineEndings(" ").Trim(), failure);
        }
    }
}
