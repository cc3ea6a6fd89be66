using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>The headings of a document as a tree; text before the first heading is in <see cref="Preamble"/>.</summary>
public sealed record Outline(IReadOnlyList<OutlineNode> Nodes, IReadOnlyList<string> Preamble);
