// What the names in a page's markup give away: which parts are menus, share bars, captions.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "dateline/resources.hpp"

namespace dateline::input {

/// What class, id and role attributes say.
struct HtmlClasses {
  explicit HtmlClasses(const Resources& resources);
  enum class Role { none, noise, byline, caption };
  Role role(std::string_view attribute) const;

 private:
  std::unordered_map<std::string, Role> words_;  ///< one word, or two joined by a space
};

}  // namespace dateline::input
