using PolicyTracker.Core.Tasks;

namespace PolicyTracker.Web.Shared;

public static class LightShapes
{
    /// <summary>What stands beside the colour of a light, for those who do not see colours.</summary>
    public static string Shape(this TimeLight light) => light switch
    {
        TimeLight.Green => "●",
        TimeLight.Yellow => "▲",
        TimeLight.Red => "■",
        TimeLight.Grey => "○",
    };
}
