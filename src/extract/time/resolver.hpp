// Expressions into values: TIMEX3 and EDTF.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/findings.hpp"
#include "extract/time/context.hpp"
#include "extract/time/holidays.hpp"
#include "extract/time/rules.hpp"

namespace dateline::time {

/// Ids of reasons.tsv: how a value came about.
using Reason = std::string_view;

struct Resolution {
  TimexType type = TimexType::date;
  std::string value, mod;
  std::optional<Point> point;
  std::string edtf;  ///< "" when it denotes no place on the calendar
  std::optional<Point> counted_from;
  Reason reason = "stated";
  bool guessed =
      false;  ///< a clock on the day of publication, which the text did not tell: it goes on from no such day
  bool compared = false;    ///< a time that another is measured against: the text does not go on from it
  bool wrote_year = false;  ///< the words themselves give the year
  std::vector<DateAlternative> alternatives;
};

class Resolver {
 public:
  /// `has_word` says whether the document has a folded word.
  Resolver(const Lexicon& lexicon, const Holidays& holidays, const std::vector<Expression>& expressions,
           std::function<bool(const std::string&)> has_word)
      : lexicon_(lexicon), holidays_(holidays), expressions_(expressions), has_word_(std::move(has_word)) {}

  /// Nothing when the words give no date after all (30 February).
  std::optional<Resolution> resolve(std::uint32_t expression, const Context& context) const;

 private:
  const Lexicon& lexicon_;
  const Holidays& holidays_;
  const std::vector<Expression>& expressions_;
  std::function<bool(const std::string&)> has_word_;
};

/// "P2Y", "PT1.5H", "PXD".
std::string duration_text(Unit unit, double count);

/// The grain of a unit's points.
Grain grain_of(Unit unit);

/// EDTF of the start, middle or end of a point ("early August" is its first third).
std::string part_of_point(const Point& point, std::string_view mod);

}  // namespace dateline::time
