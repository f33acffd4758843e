using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public class ScheduleTests
{
    [Fact]
    public void Earlier_comes_first_and_at_equal_times_what_was_planned_first()
    {
        var schedule = new Schedule<string>();
        foreach ((long time, string name) in new[] { (5L, "c"), (1L, "a"), (5L, "d"), (2L, "b"), (5L, "e") })
        {
            schedule.Plan(Timestamp.FromUnixNanoseconds(time), name);
        }

        string order = "";
        while (schedule.TryTakeNext(out _, out string name))
        {
            order += name;
        }

        Assert.Equal("abcde", order);
    }
}
