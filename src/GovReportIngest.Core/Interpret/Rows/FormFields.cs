using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>Fields of a form by their paths, those of its variants among them.</summary>
internal static class FormFields
{
    /// <summary>With type and unit as they are in the field's row; a decimal where the form has no such field.</summary>
    public static FormColumn ColumnOf(FormDefinition form, string path)
    {
        foreach (var table in form.Tables)
            foreach (var shape in table.ColumnVariants.Select(table.With).Prepend(table))
                foreach (var place in shape.Variants.Cast<RowVariant?>().Prepend(null).SelectMany(variant => FormRowPlace.Of(shape, variant)))
                    for (var index = 0; index < place.Columns; index++)
                        if (shape.PathOf(place.Row, place.Block.Columns[index]) == path)
                            return place.ColumnAt(index);
        return new() { Key = "", Label = "", Type = FieldType.Decimal };
    }
}
