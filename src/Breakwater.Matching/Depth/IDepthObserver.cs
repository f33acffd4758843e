using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Is told of levels as they change.</summary>
public interface IDepthObserver
{
    /// <param name="level">As it is now; quantity zero where it has gone.</param>
    void LevelChanged(Side side, DepthLevel level);
}
