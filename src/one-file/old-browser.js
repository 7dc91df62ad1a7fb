/**
 * Says what is needed where the edition's own script cannot be read (Internet Explorer, browsers of
 * before 2022): ES5, no library.
 */
(function () {
  window.onload = function () {
    if (window.tongHop) return;
    document.getElementById('opening').style.display = 'none';
    document.getElementById('old').style.display = 'block';
    document.getElementById('old-facts').innerText = navigator.userAgent;
  };
})();
