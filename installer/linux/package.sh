#!/bin/sh
# Makes .deb and .rpm of an application image, each if this machine has its tool. All files belong to the package, so that
# there is nothing that scripts would have to add or to remove; menus, file types and icons are the desktops' own triggers.
#
# package.sh TARGET VERSION TIME: the folder with Millrace/, icons/ and about/; the version; the time of all files
set -eu
target=$1
version=$2
SOURCE_DATE_EPOCH=$(date -d "$3" +%s)
export SOURCE_DATE_EPOCH
umask 022
here=$(dirname "$0")

missing() {
  echo "installer: no .$1 is made: it needs $2, which this machine lacks ($3)" >&2
}

lay_out() {
  files=$target/files
  rm -rf "$files"
  mkdir -p "$files/opt" "$files/usr/bin" "$files/usr/share/applications" "$files/usr/share/mime/packages" \
    "$files/usr/share/doc/millrace"
  cp -a "$target/Millrace" "$files/opt/millrace"
  # The menu starts the command too; the image's own launcher does nothing else.
  rm "$files/opt/millrace/bin/Millrace" "$files/opt/millrace/lib/libapplauncher.so" "$files/opt/millrace/lib/Millrace.png"
  ln -s /opt/millrace/bin/millrace "$files/usr/bin/millrace"
  cp "$here/millrace.desktop" "$files/usr/share/applications"
  cp "$here/millrace.xml" "$files/usr/share/mime/packages"
  cp "$here/../../LICENSE" "$files/usr/share/doc/millrace/copyright"
  cp "$target"/about/* "$files/usr/share/doc/millrace"
  [ -f "$target/about/millrace.cdx.json" ] || echo "installer: no bill of materials is made while Maven is offline" >&2
  for icon in "$target"/icons/millrace-*.png; do
    size=${icon##*-}
    size=${size%.png}
    mkdir -p "$files/usr/share/icons/hicolor/${size}x$size/apps"
    cp "$icon" "$files/usr/share/icons/hicolor/${size}x$size/apps/millrace.png"
  done
  chmod -R u+w,go-w,a+rX "$files"
  # Not what is there already: the cache of classes knows each jar's time.
  find "$files" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

make_deb() {
  command -v dpkg-deb >/dev/null || { missing deb dpkg-deb "package dpkg"; return; }
  mkdir "$files/DEBIAN"
  size=$(du -sk --apparent-size "$files" | cut -f1)
  architecture=$(dpkg --print-architecture)
  # A version that is not finished comes before the finished one.
  sed -e "s/@version@/$(echo "$version" | sed 's/-SNAPSHOT/~snapshot/')/" -e "s/@architecture@/$architecture/" \
    -e "s/@size@/$size/" "$here/control" >"$files/DEBIAN/control"
  dpkg-deb --root-owner-group -Zxz -z4 --build "$files" "$target/millrace_${version}_$architecture.deb"
  rm -r "$files/DEBIAN"
}

make_rpm() {
  command -v rpmbuild >/dev/null || { missing rpm rpmbuild "package rpm or rpm-build"; return; }
  rpmbuild -bb --quiet --define "_topdir $target/rpm" --define "_rpmdir $target" \
    --define "_rpmfilename %%{NAME}-$version.%%{ARCH}.rpm" --define "millrace_files $files" \
    --define "millrace_version $(echo "$version" | sed 's/-SNAPSHOT/~snapshot/')" "$here/millrace.spec"
}

lay_out
make_deb
make_rpm
