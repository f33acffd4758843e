namespace Breakwater.Lab;

/// <summary>Rows of one use. What is neither inside nor outside is not shown by this world.</summary>
public sealed record ScoreboardCount(int Rows, int Inside, int Outside);
